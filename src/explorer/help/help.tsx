import { ActionIcon, Modal, Tooltip } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconHelp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { usePageKeys } from '../app/use-page-keys.ts';
import { TextButton } from '../inspector/text-button.tsx';
import { useGo } from '../state/use-view.ts';
import { openPanel } from '../state/view.ts';
import { DisputesAndFigures } from './disputes-and-figures.tsx';
import classes from './help.module.css';
import { HelpSection } from './help-section.tsx';
import { HowWordsAreWeighed } from './how-words-are-weighed.tsx';
import { Keys } from './keys.tsx';
import { KnownWeakness } from './known-weakness.tsx';
import { ReadingTheGraph } from './reading-the-graph.tsx';
import { WhatAVerdictMeans } from './what-a-verdict-means.tsx';
import { WhoCountsOnce } from './who-counts-once.tsx';

/** One page with a list of its chapters: it can be read through, searched and printed. */
function HelpPage({ onChangeWeights }: { onChangeWeights: () => void }) {
  const chapters: readonly (readonly [string, string, ReactNode])[] = [
    ['help-graph', 'Reading the graph', <ReadingTheGraph key="graph" />],
    ['help-verdicts', 'What a verdict means and does not mean', <WhatAVerdictMeans key="verdicts" />],
    ['help-weights', 'How words are weighed', <HowWordsAreWeighed key="weights" onChangeWeights={onChangeWeights} />],
    ['help-origins', 'Origins: who counts once', <WhoCountsOnce key="origins" />],
    ['help-disputes', 'Disputes and figures', <DisputesAndFigures key="disputes" />],
    ['help-weakness', 'Known weakness', <KnownWeakness key="weakness" />],
    ['help-keys', 'Keys', <Keys key="keys" />],
  ];
  return (
    <div className={classes['page']}>
      <nav aria-label="Chapters" className={classes['chapters']}>
        {chapters.map(([id, title]) => (
          // The address holds the view, so a chapter is scrolled to instead of being linked.
          <TextButton key={id} onClick={() => document.getElementById(id)?.scrollIntoView()}>
            {title}
          </TextButton>
        ))}
      </nav>
      <div className={classes['text']}>
        {chapters.map(([id, title, content]) => (
          <HelpSection key={id} id={id} title={title}>
            {content}
          </HelpSection>
        ))}
      </div>
    </div>
  );
}

/** How to read the page, what stands behind its numbers, and its keys. */
export function Help() {
  const go = useGo();
  const [opened, { open, close }] = useDisclosure(false);
  const narrow = useMediaQuery('(max-width: 48em)') ?? false;
  usePageKeys([['shift+?', open]]);
  return (
    <>
      <Tooltip label="Help">
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label="Help" onClick={open}>
          <IconHelp size={19} />
        </ActionIcon>
      </Tooltip>
      <Modal
        opened={opened}
        onClose={close}
        title="How to read Ascribe"
        size={960}
        fullScreen={narrow}
        closeButtonProps={{ 'aria-label': 'Close the help' }}
      >
        <HelpPage
          onChangeWeights={() => {
            close();
            go((view) => openPanel(view, 'weights'));
          }}
        />
      </Modal>
    </>
  );
}
