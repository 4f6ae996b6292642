import { Button, Stack, Tabs, Text, Title } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useGo, useView } from '../state/use-view.ts';
import { leaveOut, voicesOf } from '../state/view.ts';
import { VoiceSelect } from '../voices/voice-select.tsx';
import { DocumentSwitches } from './document-switches.tsx';
import classes from './leave-out-panel.module.css';
import { WhatChanges } from './what-changes.tsx';
import { WhatRests } from './what-rests.tsx';

/** Whose word is left out, and what that does. */
export function LeaveOutPanel() {
  const go = useGo();
  const { without } = useView();
  const [tab, setTab] = useState<string | null>('changes');
  const someOut = without.length > 0;
  return (
    <Stack gap="md">
      <VoiceSelect
        label="Leave out"
        placeholder="A document, speaker or publisher"
        value={voicesOf(without)}
        onChange={(voices) => go((view) => leaveOut(view, voices))}
      />
      <DocumentSwitches />
      {!someOut && <Meaning />}
      {someOut ? (
        <Tabs value={tab} onChange={setTab} keepMounted={false} classNames={{ tab: classes['tab'] ?? '' }}>
          <Tabs.List mb="sm">
            <Tabs.Tab value="changes">What changes</Tabs.Tab>
            <Tabs.Tab value="rests">Rests on one voice</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="changes">
            <WhatChanges />
          </Tabs.Panel>
          <Tabs.Panel value="rests">
            <WhatRests />
          </Tabs.Panel>
        </Tabs>
      ) : (
        <section aria-label="What rests on one voice">
          <Title order={3} size="h5" mb={8}>
            What rests on one voice
          </Title>
          <WhatRests />
        </section>
      )}
      {someOut && (
        <>
          <Button
            size="xs"
            variant="default"
            className={classes['back']}
            leftSection={<IconArrowBackUp size={14} />}
            onClick={() => go((view) => leaveOut(view, []))}
          >
            Take all back in
          </Button>
          <Meaning />
        </>
      )}
    </Stack>
  );
}

function Meaning() {
  return (
    <Text size="xs" c="dimmed">
      Nothing is deleted: this shows what would be left had their claims not been made. The inspector sets it beside
      each verdict; lists and graph elsewhere rest on all claims. Who is one voice with whom stays as it is known.
    </Text>
  );
}
