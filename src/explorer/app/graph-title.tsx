import { Text, Tooltip } from '@mantine/core';
import { useMergedRef, useResizeObserver } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';

/** The title of the open graph. Where it is cut, the whole of it is told to whoever points at it or comes to it by keys. */
export function GraphTitle({ title }: { title: string }) {
  const text = useRef<HTMLParagraphElement>(null);
  const [observed, { width }] = useResizeObserver<HTMLParagraphElement>();
  const [isCut, setCut] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the width and the words are what change it.
  useEffect(() => {
    const { current } = text;
    setCut(current !== null && current.scrollWidth > current.clientWidth);
  }, [width, title]);
  return (
    <Tooltip
      label={title}
      disabled={!isCut}
      multiline
      maw={420}
      position="bottom-start"
      events={{ hover: true, focus: true, touch: true }}
    >
      <Text
        ref={useMergedRef(text, observed)}
        size="xs"
        c="dimmed"
        truncate
        lh={1.2}
        {...(isCut ? { tabIndex: 0 } : {})}
      >
        <bdi>{title}</bdi>
      </Text>
    </Tooltip>
  );
}
