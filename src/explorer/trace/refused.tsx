import { Alert } from '@mantine/core';
import { UsageError } from '../../model/issue.ts';
import { Problem } from '../inspector/problem.tsx';
import classes from './trace-panel.module.css';

/** Why a question was not answered: conditions that contradict each other are a person's to mend, all else is not. */
export function Refused({ error }: { error: Error }) {
  if (!(error instanceof UsageError)) return <Problem error={error} />;
  const sentences = error.message.split('\n').map((line) => line.replace(/^- /u, ''));
  return (
    <Alert
      color="orange"
      title="This cannot be asked"
      p="xs"
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
    >
      <ul className={classes['sentences']}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Alert>
  );
}
