/** Names and numbers by which a machine calls itself. */
const OWN = /^(localhost|.*\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\]|\[::ffff:7f[\da-f]{2}:[\da-f]{1,4}\])$/iu;

/**
 * The address of the view as it may stand in a citation; undefined where nobody else could open it, since it leads to the
 * machine on which the page was read, or to a file on it.
 */
export function citableAddress(href: string): string | undefined {
  const { protocol, hostname } = new URL(href);
  const isWeb = protocol === 'http:' || protocol === 'https:';
  return isWeb && !OWN.test(hostname) ? href : undefined;
}
