import { Fragment } from 'react';
import type { EntityRef } from '../../../knowledge/knowledge-base.ts';
import { EntityName } from '../../inspector/entity-name.tsx';

/** Names of entities in a row; a press on one opens it. */
export function Names({ entities }: { entities: readonly EntityRef[] }) {
  return entities.map((entity, i) => (
    <Fragment key={entity.id}>
      {i > 0 && ', '}
      <EntityName entity={entity} />
    </Fragment>
  ));
}
