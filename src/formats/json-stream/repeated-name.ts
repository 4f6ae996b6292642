import { showValue } from '../../model/issue.ts';

/** What is said of a name that stands twice in one object. */
export function repeatedName(name: string | number | undefined): string {
  return `The name ${showValue(name)} stands twice in one object`;
}
export const EACH_ONCE = 'each name once: programs differ in which one they take';
