import { Text } from '@mantine/core';
import type { Dispute, DisputeSide } from '../../knowledge/knowledge-base.ts';
import classes from './disputes.module.css';
import { Names } from './names.tsx';

/** Everybody who speaks on a side, the heaviest word first. */
export function namesOf(side: DisputeSide | undefined): string[] {
  return [...new Set((side?.parties ?? []).flatMap((party) => party.speakers.map((speaker) => speaker.name)))];
}

/** Who stands against whom: two sides of a relation, or one line per value that is given. */
export function Sides({ dispute }: { dispute: Dispute }) {
  const { kind, sides, figure } = dispute;
  if (figure !== undefined) {
    return (
      <Text size="xs" component="span" display="block">
        {sides.map((side) => (
          <span key={side.label} className={classes['value']}>
            {side.label === 'against' ? (
              <span className={classes['against']}>denied by </span>
            ) : (
              <>
                <bdi className={classes['number']}>{side.label}</bdi>
                <span className={classes['quiet']}> according to </span>
              </>
            )}
            <Names names={namesOf(side)} />
          </span>
        ))}
      </Text>
    );
  }
  return (
    <Text size="xs" component="span" className={classes['versus']}>
      <span className={classes['for']}>
        <Names names={namesOf(sides[0])} most={4} />
      </span>
      <span className={classes['quiet']}>{kind === 'doubt' ? ' doubted by ' : ' against '}</span>
      <span className={classes['against']}>
        <Names names={namesOf(sides[1])} most={4} />
      </span>
    </Text>
  );
}
