import { DISPUTE_KINDS } from '../../evidence/disputes.ts';
import { INTERESTS } from '../../evidence/interest.ts';
import { DISPUTE_KIND_MEANINGS, DISPUTE_KIND_WORDS, INTEREST_WORDS } from '../../knowledge/words.ts';
import classes from './help.module.css';

/** What is called a dispute, and how numbers that differ are shown. */
export function DisputesAndFigures() {
  return (
    <>
      <p>Disputes are listed with the most contested first, and say who stands against whom. Their kinds:</p>
      <dl className={classes['terms']}>
        {DISPUTE_KINDS.map((kind) => (
          <div key={kind}>
            <dt>{DISPUTE_KIND_WORDS[kind]}</dt>
            <dd>{DISPUTE_KIND_MEANINGS[kind]}</dd>
          </div>
        ))}
      </dl>
      <p>
        A <b>figure</b> is shown as a range: “at least 30” has no upper end, “about 100” reaches a tenth to either side.
        Each origin gives one. Ascribe shows every speaker’s range, the range of all, where the best supported ones
        overlap, and the weighted middle value, which is always one that somebody gave. It never adds figures up and
        never takes their mean. Figures of different things, times or levels stand beside each other to be compared;
        that is no dispute by itself.
      </p>
      <p>
        Each claim says in whose interest it may be: {INTERESTS.map((kind) => `“${INTEREST_WORDS[kind]}”`).join(', ')}.
        A press on the mark says why. It can be filtered by, and changes no weight.
      </p>
    </>
  );
}
