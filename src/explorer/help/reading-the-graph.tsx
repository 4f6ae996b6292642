import { useKnowledge } from '../data/use-knowledge.ts';
import { KindIcon } from '../inspector/kind-icon.tsx';
import classes from './help.module.css';

/** What the marks of the graph stand for, and what can be done with them. */
export function ReadingTheGraph() {
  const { about } = useKnowledge();
  return (
    <>
      <p>
        A line is a <b>relation</b>: something that somebody has claimed of two entities. It is never shown as a fact.
        Its style tells what all claims about it amount to; its arrow gives the direction in which it reads.
      </p>
      <ul className={classes['chips']} aria-label="Kinds of entity">
        {about.ontology.kinds.map((kind) => (
          <li key={kind.id}>
            <KindIcon kind={kind.id} size={16} /> {kind.label}
          </li>
        ))}
      </ul>
      <ul>
        <li>An entity is drawn larger the more relations it has. Size says nothing of its importance.</li>
        <li>Several relations between the same two stand side by side, each with a line of its own.</li>
        <li>
          Point at a line to read it; press it to see who says it, who denies it and why the verdict is what it is.
        </li>
        <li>Figures and what is said of one entity alone are not lines: they stand in that entity’s inspector.</li>
        <li>
          The row above the graph counts what is shown and what is hidden, and by what. A filter hides; it never changes
          a verdict. Other weights change verdicts everywhere. Leaving somebody out only shows what would change, in its
          panel and on the graph; all other verdicts stay. Both say so while they are on.
        </li>
        <li>The address holds what you see: a copied link shows somebody else the same.</li>
      </ul>
    </>
  );
}
