import { ActionIcon, CopyButton, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useWeights } from './use-weights.ts';
import classes from './weights-panel.module.css';

/** The version of the table, which links and exports carry, to be copied. */
export function WeightsVersion() {
  const { version } = useWeights();
  return (
    <div className={classes['version']}>
      <span>Version</span>
      <code data-testid="weights-version">{version}</code>
      <CopyButton value={version}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? 'Copied' : 'Copy the version'} position="left">
            <ActionIcon size="sm" variant="subtle" color="gray" aria-label="Copy the version" onClick={copy}>
              {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </div>
  );
}
