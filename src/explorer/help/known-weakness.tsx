import { useKnowledge } from '../data/use-knowledge.ts';
import { beliefOf } from './example-numbers.ts';

/** Where the reckoning misleads. */
export function KnownWeakness() {
  const { about } = useKnowledge();
  return (
    <>
      <p>
        <b>Many weak origins add up if they are taken as independent when they are not.</b> Ten of grade F give{' '}
        {beliefOf(10, 'F', about.weightTable)}. That is right if they are independent, and far too much if they copied
        from each other unseen. Ascribe cannot tell. What helps:
      </p>
      <ul>
        <li>read who says it, not only the verdict;</li>
        <li>look at the range of independent origins, and at the documents that carry several;</li>
        <li>leave a document or speaker out and see what still stands.</li>
      </ul>
      <p>Three more limits:</p>
      <ul>
        <li>The letters are somebody’s judgement. The reasons stand with each source.</li>
        <li>A speaker’s interest in a matter is shown and changes no weight.</li>
        <li>What no document of this graph says is not here.</li>
      </ul>
    </>
  );
}
