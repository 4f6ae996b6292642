import { Anchor } from '@mantine/core';
import type { EntityRef } from '../../knowledge/knowledge-base.ts';
import { useGo } from '../state/use-view.ts';
import { select } from '../state/view.ts';
import classes from './entity-name.module.css';
import { KindIcon } from './kind-icon.tsx';

/** An entity's name with the picture of its kind; a press opens it. */
export function EntityName({ entity, icon = true }: { entity: EntityRef; icon?: boolean }) {
  const go = useGo();
  return (
    <Anchor
      component="button"
      type="button"
      inherit
      className={classes['name']}
      onClick={() => go((view) => select(view, { kind: 'entity', id: entity.id }))}
    >
      {icon && <KindIcon kind={entity.kind} size={14} />}
      <bdi>{entity.name}</bdi>
    </Anchor>
  );
}
