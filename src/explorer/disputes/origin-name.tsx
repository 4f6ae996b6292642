import { Tooltip, VisuallyHidden } from '@mantine/core';
import type { MatrixRow } from '../../knowledge/knowledge-base.ts';
import { shortName } from '../compare/side-name.ts';
import { useKnowledge } from '../data/use-knowledge.ts';
import { useGo } from '../state/use-view.ts';
import { select } from '../state/view.ts';
import classes from './matrix.module.css';
import { originKind, originSelection } from './origin-label.ts';

/** Characters of an origin's name that a row has room for. A document is named by its title, which may be a sentence. */
const MOST = 38;

/** A row's origin: what it is, and its name, cut where it is a whole title. The title is whole for hover, focus and ear. */
export function OriginName({ row }: { row: Pick<MatrixRow, 'origin' | 'label'> }) {
  const { about } = useKnowledge();
  const go = useGo();
  const { label } = row;
  const kind = originKind(row);
  const target = originSelection(about, row);
  const short = shortName(label, MOST);
  const words = (
    <>
      <span className={classes['kind']}>{kind} </span>
      {short === label ? (
        <bdi>{label}</bdi>
      ) : (
        <>
          <bdi aria-hidden="true">{short}</bdi>
          <VisuallyHidden>{label}</VisuallyHidden>
        </>
      )}
    </>
  );
  return (
    <Tooltip
      label={label}
      disabled={short === label}
      events={{ hover: true, focus: true, touch: false }}
      position="bottom-start"
      multiline
      maw={320}
    >
      {target === undefined ? (
        <span className={classes['name']}>{words}</span>
      ) : (
        <button type="button" className={classes['name']} onClick={() => go((view) => select(view, target))}>
          {words}
        </button>
      )}
    </Tooltip>
  );
}
