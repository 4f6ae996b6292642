import { useComputedColorScheme } from '@mantine/core';
import { nodePicture, PICTURE_RADIUS, PICTURE_SIZE } from '../graph/node-images.ts';
import classes from './kind-icon.module.css';

/** The picture by which the graph shows a kind of entity. Decorative: the kind or the name stands beside it. */
export function KindIcon({ kind, size = 16 }: { kind: string; size?: number }) {
  const theme = useComputedColorScheme('light');
  // The picture keeps room around its shape for the ring of a selected node; here it may overlap its surroundings.
  const full = (size * PICTURE_SIZE) / (2 * PICTURE_RADIUS + 4);
  const margin = (size - full) / 2;
  return (
    <span className={classes['icon']} style={{ width: size, height: size }}>
      <img src={nodePicture(kind, theme)} alt="" width={full} height={full} style={{ margin }} />
    </span>
  );
}
