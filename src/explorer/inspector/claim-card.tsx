import { Badge, Group, Stack, Text, Tooltip } from '@mantine/core';
import { IconClock, IconQuote } from '@tabler/icons-react';
import type { Side, WeighedClaim, WeighedOrigin } from '../../evidence/fuse.ts';
import { dateText } from '../../knowledge/date-words.ts';
import type { BearingView, ClaimView } from '../../knowledge/knowledge-base.ts';
import {
  BEARING_WORDS,
  COUNTING_WORDS,
  listNames,
  percent,
  quantityText,
  STANCE_WORDS,
} from '../../knowledge/words.ts';
import { isFigureClaim } from '../../model/claim.ts';
import { CREDIBILITY_WORDS, RELIABILITY_WORDS, type Reliability } from '../../model/grades.ts';
import { Attributes } from './attributes.tsx';
import classes from './claim-card.module.css';
import { EntityName } from './entity-name.tsx';
import { InterestMark } from './interest-mark.tsx';
import { Passage } from './passage.tsx';
import { RelationLink } from './relation-link.tsx';
import { namesIn, Sentence } from './sentence.tsx';
import { SourceLink } from './source-link.tsx';
import { recordAttributes } from './told-attributes.ts';

function gradeWords(letter: string): string {
  const words: Readonly<Record<string, string>> = RELIABILITY_WORDS satisfies Record<Reliability, string>;
  return words[letter] ?? '';
}

interface Props {
  readonly view: ClaimView;
  /** How it entered the sums, where that is known. */
  readonly weighed?: WeighedClaim | undefined;
  /** The origin that its word goes back to, where that is known. */
  readonly origin?: WeighedOrigin | undefined;
  /** The other relation that it was made on, where it bears on this one from there. */
  readonly elsewhere?: BearingView | undefined;
  /** Says what the claim is about; left out where the surroundings say it. */
  readonly topic?: boolean;
}

/** One claim: who says what, where, how sure, and the passage itself when the document is at hand. */
export function ClaimCard({ view, weighed, origin, elsewhere, topic = false }: Props) {
  const { claim } = view;
  const side: Side = weighed?.side ?? (claim.stance === 'asserts' ? 'for' : 'against');
  const { attributes, named } = recordAttributes(claim.attributes);
  const uncounted = weighed !== undefined && weighed.counted === 0;
  return (
    <article
      className={classes['card']}
      data-side={side}
      data-stance={claim.stance}
      data-uncounted={uncounted || undefined}
    >
      <Stack gap={5}>
        {elsewhere !== undefined && (
          <div>
            <Text size="xs" c="dimmed" mb={2}>
              {elsewhere.bearing === 'exclusion' && 'by exclusion: '}
              {BEARING_WORDS[elsewhere.bearing]}, made on:
            </Text>
            <RelationLink relation={elsewhere.on} size="xs" />
          </div>
        )}
        <Group gap={6} wrap="wrap">
          <Text span size="sm" fw={650}>
            {view.speaker.id === undefined ? (
              <span className={classes['unnamed']}>{view.speaker.name}</span>
            ) : (
              <EntityName
                entity={{ id: view.speaker.id, name: view.speaker.name, kind: view.subject.kind }}
                icon={false}
              />
            )}
          </Text>
          <span className={classes['stance']} data-side={side}>
            {STANCE_WORDS[claim.stance]}
          </span>
          {view.speaker.own && (
            <Tooltip label="The document says this itself; it quotes nobody.">
              <Badge variant="default" size="sm" tt="none" fw={500}>
                own voice
              </Badge>
            </Tooltip>
          )}
          {view.speaker.id === undefined && (
            <Badge variant="default" size="sm" tt="none" fw={500}>
              unnamed
            </Badge>
          )}
          {origin?.changed === true && (
            <Tooltip label="Its origin stands on both sides of this: see “Why this verdict?”.">
              <Badge variant="default" size="sm" tt="none" fw={500}>
                changed
              </Badge>
            </Tooltip>
          )}
          {claim.hedge !== undefined && (
            <Tooltip label="The source keeps its distance with this word; it lowers the weight.">
              <Badge variant="light" color="gray" size="sm" tt="none" fw={500}>
                “{claim.hedge}”
              </Badge>
            </Tooltip>
          )}
        </Group>
        {isFigureClaim(claim) && (
          <Text size="sm" fw={600}>
            {view.typeLabel}: {quantityText(claim.quantity)}
          </Text>
        )}
        <Text size="sm" className={classes['summary']}>
          <Sentence text={claim.summary} names={[...namesIn(view), view.speaker.name]} />
        </Text>
        {topic && (
          <Text size="xs" c="dimmed">
            <EntityName entity={view.subject} /> · {view.typeLabel}
            {view.object !== undefined && (
              <>
                {' · '}
                <EntityName entity={view.object} />
              </>
            )}
          </Text>
        )}
        <Group gap={8} className={classes['meta']} wrap="wrap">
          {view.via.length > 0 && <span>via {listNames(view.via)}</span>}
          <span className={classes['where']}>
            <IconQuote size={12} aria-hidden="true" /> <SourceLink source={view.source} />
          </span>
          <Tooltip label={`Source grade ${view.source.reliability}: ${gradeWords(view.source.reliability)}`}>
            <span className={classes['grade']}>{view.source.reliability}</span>
          </Tooltip>
          {claim.credibility !== undefined && (
            <Tooltip label={`Credibility ${claim.credibility}: ${CREDIBILITY_WORDS[claim.credibility]}`}>
              <span className={classes['grade']}>{claim.credibility}</span>
            </Tooltip>
          )}
          {claim.said !== undefined && (
            <span>
              <IconClock size={12} aria-hidden="true" /> said {dateText(claim.said)}
            </span>
          )}
          {claim.when !== undefined && <span>when: {dateText(claim.when)}</span>}
          {view.place !== undefined && <span>at {view.place.name}</span>}
          <span>confidence {percent(view.confidence)}</span>
          {origin !== undefined && origin.origin.label !== view.speaker.name && (
            <span>
              origin: <bdi>{origin.origin.label}</bdi>
            </span>
          )}
          <InterestMark interest={view.interest} speaker={view.speaker.name} />
          {weighed !== undefined && weighed.counting !== 'strongest' && (
            <span className={classes['counting']}>{COUNTING_WORDS[weighed.counting]}</span>
          )}
        </Group>
        {claim.note !== undefined && (
          <Text size="xs" c="dimmed" className={classes['note']}>
            Coder’s note: <bdi>{claim.note}</bdi>
          </Text>
        )}
        <Passage claim={claim} />
        {named.length > 0 && (
          <Text size="xs" c="dimmed">
            Names <bdi>{listNames(named)}</bdi>, joined with another since.
          </Text>
        )}
        <Attributes attributes={attributes} most={2} />
      </Stack>
    </article>
  );
}
