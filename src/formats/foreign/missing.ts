import { showValue } from '../../model/issue.ts';
import type { GivenIssue } from './findings.ts';

/** A record names a node or source that the file does not have. */
export function missing(what: string, key: string, of: string): GivenIssue {
  return {
    code: 'unknown-id',
    ...(of === '' ? {} : { id: of.slice(0, 200) }),
    message: `No such ${what} in the file`,
    expected: `the key of a ${what}`,
    got: showValue(key),
    remedy: `Add the ${what}, or correct the key`,
  };
}

/** A record has a key that another has already. */
export function givenTwice(what: string, key: string): GivenIssue {
  return {
    code: 'duplicate-id',
    id: key.slice(0, 200),
    message: `The key of the ${what} is given twice`,
    expected: 'a key of its own',
    got: showValue(key),
    remedy: 'Rename one of the two, or join them if they are one',
  };
}
