/**
 * The rules that an explanation cites (docs/evidence.md), each in plain words. Numbers that the weights table sets stay
 * out of them: the table may be changed.
 */
export const RULES = {
  E1: 'Every source has a letter from A to F, and each letter stands for a weight. F means “cannot be judged”, which is not “bad”.',
  E2: 'Where a source reports what somebody else says, the weaker of the two letters counts: a chain is as strong as its weakest link.',
  E3: 'A weight is the grade × credibility × hedge × doubt. Factors that change nothing are left out.',
  E4: 'Confidence is w ÷ (1 + w), w being the weight. A coder may set it, with a reason; then the weight follows from it.',
  E6: 'A speaker is one origin in however many documents. A document in its own voice goes back to where it has its word from, and to who published that. An organisation and whoever speaks for it are one origin.',
  E7: 'Two speakers in one document are two origins, and the document carries both: leaving it out silences both.',
  E8: 'Everybody unnamed is taken together as one origin. Documents that have their word from each other in a circle are one origin.',
  E9: 'An origin counts once for and once against, each time with its strongest claim. Where it says both, what it said last stands; where that is not clear, each counts half.',
  E10: 'How many the unnamed are is not known, nor whether documents without author and publisher are one voice. So the number of origins is a range: from all of these being one to each being its own.',
  E11: 'Belief is the weight for ÷ (1 + weight for + weight against), disbelief likewise. What is left is uncertainty.',
  E12: 'The lines are read from the top; the first that fits gives the verdict. Where somebody denies outright, the verdict is never shown without it.',
  E13: 'An origin is critical if the support ends without it. This stands beside the verdict and does not change it.',
  E14: 'A claim of a narrower relation counts for the broader one, and a denial of the broader one against the narrower. What cannot hold beside a relation counts against it “by exclusion”: that is no denial.',
  E15: 'Whether a word is in its speaker’s interest is shown, and can be filtered by. It does not change the weight.',
} as const;

export type RuleNumber = keyof typeof RULES;
