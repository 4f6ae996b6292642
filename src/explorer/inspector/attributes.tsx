import { Text } from '@mantine/core';
import { useState } from 'react';
import { number } from '../../knowledge/words.ts';
import type { Attribute } from '../../model/attributes.ts';
import classes from './attributes.module.css';
import { useCapped } from './capped.tsx';
import { TextButton } from './text-button.tsx';

interface Props {
  /** Without those by which a merge is undone. */
  readonly attributes: readonly Attribute[];
  /** More than so many are folded away. */
  readonly most?: number;
}

/** How many characters of a value are shown before a press shows the rest. */
const LONG_VALUE = 240;

/** What the tool that a record comes from says of it besides: kept, and weighed in nothing. */
export function Attributes({ attributes, most = 6 }: Props) {
  const [opened, setOpened] = useState(false);
  if (attributes.length === 0) return null;
  const list = <AttributeList attributes={attributes} />;
  const title =
    attributes.length === 1 ? '1 attribute of the file' : `${number(attributes.length)} attributes of the file`;
  if (attributes.length <= most) {
    return (
      <section aria-label={title} data-testid="attributes">
        <Text size="xs" c="dimmed" mb={2}>
          {title}
        </Text>
        {list}
      </section>
    );
  }
  return (
    <details
      className={classes['details']}
      data-testid="attributes"
      onToggle={(event) => setOpened(event.currentTarget.open)}
    >
      <summary>{title}</summary>
      {opened && list}
    </details>
  );
}

function AttributeList({ attributes }: { attributes: readonly Attribute[] }) {
  const { shown, more } = useCapped(attributes, 50, 'attributes');
  return (
    <>
      <dl className={classes['list']}>
        {shown.map(({ name, value }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may have one name, and the list never changes.
          <div key={i} className={classes['row']}>
            <dt>
              <bdi>{name}</bdi>
            </dt>
            <dd>
              <Value value={value} />
            </dd>
          </div>
        ))}
      </dl>
      {more}
    </>
  );
}

function Value({ value }: { value: Attribute['value'] }) {
  const [whole, setWhole] = useState(false);
  const text = typeof value === 'number' ? String(value) : typeof value === 'boolean' ? (value ? 'yes' : 'no') : value;
  if (text.trim() === '') return <span className={classes['nothing']}>empty</span>;
  if (text.length <= LONG_VALUE) return <bdi>{text}</bdi>;
  const start = text.slice(0, LONG_VALUE).replace(/\p{Surrogate}$/u, '');
  return (
    <>
      <bdi>{whole ? text : `${start}…`}</bdi>{' '}
      <TextButton onClick={() => setWhole(!whole)}>
        {whole ? 'Show less' : `Show all ${number(text.length)} characters`}
      </TextButton>
    </>
  );
}
