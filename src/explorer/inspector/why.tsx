import { Accordion, Text } from '@mantine/core';
import type { Evidence } from '../../evidence/fuse.ts';
import { arithmeticOf } from '../../knowledge/arithmetic.ts';
import type { RelationView } from '../../knowledge/knowledge-base.ts';
import { percent, VERDICT_MEANINGS, VERDICT_WORDS } from '../../knowledge/words.ts';
import { useKnowledge } from '../data/use-knowledge.ts';
import { namedClaims } from './why/claim-views.ts';
import { OpinionTriangle } from './why/opinion-triangle.tsx';
import { WhyCarriers } from './why/why-carriers.tsx';
import { WhyCount } from './why/why-count.tsx';
import { WhyCritical } from './why/why-critical.tsx';
import { WhyLines } from './why/why-lines.tsx';
import { WhyNotCounted } from './why/why-not-counted.tsx';
import { WhyOrigins } from './why/why-origins.tsx';
import { WhyStep } from './why/why-step.tsx';
import { WhySums } from './why/why-sums.tsx';
import classes from './why.module.css';

function range({ min, max }: Evidence['originsFor']): string {
  return min === max ? String(min) : `${min}–${max}`;
}

/** What each step comes to, readable while it is closed. */
function resultsOf({ claims, origins, carriers, originsFor, originsAgainst, ...rest }: Evidence) {
  const critical = origins.filter((one) => one.critical).length;
  return {
    origins: `${claims.length} ${claims.length === 1 ? 'claim' : 'claims'}, ${origins.length} ${origins.length === 1 ? 'origin' : 'origins'}`,
    carriers: carriers.length === 0 ? 'none' : String(carriers.length),
    sums: `${percent(rest.opinion.belief)} for, ${percent(rest.opinion.disbelief)} against`,
    count: `${range(originsFor)} for, ${range(originsAgainst)} against`,
    critical: critical === 0 ? 'none critical' : `${critical} critical`,
    uncounted: `${claims.filter((claim) => claim.counted === 0).length} of ${claims.length}`,
  };
}

/** How the claims come to the verdict, step by step, so that it can be redone by hand (EVIDENCE E16). */
export function Why({ relation }: { relation: RelationView }) {
  const { about } = useKnowledge();
  const { evidence } = relation;
  const arithmetic = arithmeticOf(evidence, about.weightTable);
  const results = resultsOf(evidence);
  return (
    <Accordion variant="contained" radius="sm" order={3} className={classes['why']}>
      <Accordion.Item value="why">
        <Accordion.Control className={classes['control']}>
          <Text size="sm" fw={600} component="span">
            Why this verdict?
          </Text>
        </Accordion.Control>
        <Accordion.Panel>
          <Text size="sm" className={classes['meaning']}>
            <b>{relation.verdictText}</b>: {VERDICT_MEANINGS[evidence.verdict]} A verdict says what the claims amount
            to, not what is true.
          </Text>
          <WhyStep
            number={1}
            title="Who says it: each origin once"
            result={results.origins}
            rules={['E1', 'E2', 'E3', 'E4', 'E6', 'E8', 'E9', 'E14']}
            open
          >
            <WhyOrigins evidence={evidence} named={namedClaims(relation)} />
          </WhyStep>
          <WhyStep number={2} title="Documents that carry several" result={results.carriers} rules={['E7']}>
            <WhyCarriers evidence={evidence} />
          </WhyStep>
          <WhyStep number={3} title="The sums" result={results.sums} rules={['E11']} open>
            <WhySums evidence={evidence} />
          </WhyStep>
          <WhyStep number={4} title="The verdict" result={VERDICT_WORDS[evidence.verdict]} rules={['E12']} open>
            <WhyLines arithmetic={arithmetic} />
          </WhyStep>
          <WhyStep number={5} title="How many origins" result={results.count} rules={['E10']}>
            <WhyCount evidence={evidence} />
          </WhyStep>
          <WhyStep number={6} title="What rests on whom" result={results.critical} rules={['E13']}>
            <WhyCritical evidence={evidence} />
          </WhyStep>
          <WhyStep number={7} title="What is not counted" result={results.uncounted} rules={['E9', 'E14', 'E15']}>
            <WhyNotCounted relation={relation} />
          </WhyStep>
          <details className={classes['details']}>
            <summary>Details: the opinion as a point in a triangle</summary>
            <OpinionTriangle {...evidence.opinion} />
          </details>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
