import { Fragment } from 'react';

interface Props {
  readonly names: readonly string[];
  /** How many are named before the rest is only counted. */
  readonly most?: number;
}

/** "A, B and 3 others", each name kept in its own direction of writing. */
export function Names({ names, most = 3 }: Props) {
  const all = [...new Set(names)];
  const shown = all.length > most ? all.slice(0, most - 1) : all;
  const others = all.length - shown.length;
  if (all.length === 0) return <>nobody</>;
  return (
    <>
      {shown.map((name, i) => (
        <Fragment key={name}>
          {i > 0 && (i === shown.length - 1 && others === 0 ? ' and ' : ', ')}
          <bdi>{name}</bdi>
        </Fragment>
      ))}
      {others > 0 && ` and ${others} others`}
    </>
  );
}
