import { Accordion, Table, Text } from '@mantine/core';
import type { Evidence, WeighedClaim } from '../../evidence/fuse.ts';
import { DEFAULT_WEIGHTS, UNITS_PER_ONE } from '../../evidence/weights.ts';
import type { ClaimView } from '../../knowledge/knowledge-base.ts';
import { originsText, percent, RULE_WORDS, VERDICT_MEANINGS, VERDICT_WORDS } from '../../knowledge/words.ts';
import classes from './why.module.css';

/** A number to four places, so that the sums can be redone from the page. */
function exact(value: number): string {
  return String(Number(value.toFixed(4)));
}

function weightText(units: number): string {
  return exact(units / UNITS_PER_ONE);
}

function factors({ weight }: WeighedClaim): string {
  if (weight.setConfidence !== undefined) {
    return `confidence ${weight.setConfidence} set by the coder: ${weight.setConfidence} ÷ ${exact(1 - weight.setConfidence)}`;
  }
  const letters =
    weight.speaker === undefined ? `source ${weight.source}` : `source ${weight.source}, speaker ${weight.speaker}`;
  const parts = [
    `${exact(weight.odds)} (${letters})`,
    ...(weight.credibility === 1 ? [] : [`${weight.credibility} credibility`]),
    ...(weight.hedge === 1 ? [] : [`${weight.hedge} hedge`]),
    ...(weight.stance === 1 ? [] : [`${weight.stance} doubt`]),
  ];
  return parts.join(' × ');
}

/** The arithmetic behind a verdict, step by step, so that it can be redone by hand (EVIDENCE E16). */
export function Why({ evidence, ledger }: { evidence: Evidence; ledger: readonly ClaimView[] }) {
  const names = new Map(ledger.map((view) => [view.claim.id, view.speaker.name]));
  const F = weightText(evidence.forUnits);
  const A = weightText(evidence.againstUnits);
  return (
    <Accordion variant="contained" radius="sm" className={classes['why']}>
      <Accordion.Item value="why">
        <Accordion.Control>
          <Text size="sm" fw={600}>
            Why this verdict?
          </Text>
        </Accordion.Control>
        <Accordion.Panel>
          <Text size="sm" mb={8}>
            <b>{VERDICT_WORDS[evidence.verdict]}</b>: {VERDICT_MEANINGS[evidence.verdict]} A verdict says what the
            claims amount to, not what is true.
          </Text>
          <Table withRowBorders fz="xs" verticalSpacing={5} horizontalSpacing={4} className={classes['table']}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Word of, and its weight</Table.Th>
                <Table.Th className={classes['number']}>For</Table.Th>
                <Table.Th className={classes['number']}>Against</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {evidence.claims.map((weighed) => (
                <Table.Tr key={weighed.claim.id} data-uncounted={weighed.counted === 0 || undefined}>
                  <Table.Td>
                    <b>{names.get(weighed.claim.id)}</b>
                    {weighed.reason !== 'strongest of its origin' && <em> · {weighed.reason}</em>}
                    <br />
                    {factors(weighed)} = {weightText(weighed.weight.units)}
                  </Table.Td>
                  <Table.Td className={classes['number']}>
                    {weighed.side === 'for' && weightText(weighed.counted)}
                  </Table.Td>
                  <Table.Td className={classes['number']}>
                    {weighed.side === 'against' && weightText(weighed.counted)}
                  </Table.Td>
                </Table.Tr>
              ))}
              <Table.Tr className={classes['sum']}>
                <Table.Td>Sum: one voice per origin</Table.Td>
                <Table.Td className={classes['number']}>{F}</Table.Td>
                <Table.Td className={classes['number']}>{A}</Table.Td>
              </Table.Tr>
            </Table.Tbody>
          </Table>
          <Text size="xs" mt={8}>
            For {F} ÷ (1 + {F} + {A}) = {percent(evidence.opinion.belief)}; against {A} ÷ (1 + {F} + {A}) ={' '}
            {percent(evidence.opinion.disbelief)}; what is left, {percent(evidence.opinion.uncertainty)}, is
            uncertainty.
          </Text>
          <Text size="xs" mt={4}>
            Rule {evidence.rule}: {RULE_WORDS[evidence.rule]}
          </Text>
          <Text size="xs" mt={4}>
            {originsText(evidence.originsFor)} for it
            {evidence.originsAgainst.max > 0 && `, ${originsText(evidence.originsAgainst)} against it`}.{' '}
            {evidence.origins.filter((origin) => origin.critical).length > 0 &&
              `The support ends without ${evidence.origins
                .filter((origin) => origin.critical)
                .map((origin) => origin.origin.label)
                .join(', or without ')}.`}
          </Text>
          <Text size="xs" c="dimmed" mt={4}>
            Weights table {DEFAULT_WEIGHTS.version}. The numbers of the grades are Ascribe’s choice; many weak origins
            add up if they are taken as independent when they are not.
          </Text>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
