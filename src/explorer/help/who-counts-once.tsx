/** What an origin is, and why ten articles may be one. */
export function WhoCountsOnce() {
  return (
    <>
      <p>
        An <b>origin</b> is the root that a word goes back to. Ten articles that repeat one spokesman are one origin,
        and count once, with its strongest claim.
      </p>
      <ul>
        <li>A named speaker is one origin, wherever they are quoted.</li>
        <li>
          A document that speaks in its own voice goes back to the document that it takes its word from, and to who
          published that one.
        </li>
        <li>An organisation and whoever speaks for it are one origin.</li>
        <li>Everybody unnamed is taken together as one origin: “officials” may be two or twenty.</li>
        <li>Documents that take their word from each other in a circle are one origin, and are marked so.</li>
        <li>
          An origin that says both counts with what it said last; where that is not clear, each counts half. It is
          marked “changed”.
        </li>
      </ul>
      <p>
        How many origins there are is often a range, “2–4 independent origins”: the first number takes all of whom it
        cannot be told as one, the second takes each as its own. Two speakers in one document are two origins, but the
        document carries both: leave it out, and both fall silent.
      </p>
      <p>
        An origin is <b>critical</b> to a relation if its support ends without it. “Leave out” asks the same of a whole
        document, speaker or publisher.
      </p>
      <p>
        Claims of a narrower relation count for the broader one: who says that X funds Y says that X backs Y. A denial
        of the broader one counts against the narrower. Who asserts what cannot hold beside a relation counts against it
        “by exclusion”; that is never called a denial.
      </p>
    </>
  );
}
