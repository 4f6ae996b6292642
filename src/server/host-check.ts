/** The name in a Host header, without the port, in lower case; undefined where it is none. */
function hostName(header: string): string | undefined {
  return /^(\[[0-9a-f:.]+\]|[^:[\]@/\\?#\s]+)(?::\d{1,5})?$/iu.exec(header)?.[1]?.toLowerCase();
}

/** Names that always mean this machine. */
function isLoopback(name: string): boolean {
  return name === 'localhost' || name.endsWith('.localhost') || name === '[::1]' || /^127(\.\d{1,3}){3}$/u.test(name);
}

/**
 * Whether a request means this server by its Host header. A page elsewhere whose name was pointed at this machine (DNS
 * rebinding) sends its own name, and is refused. `hosts` are the names the server was told to listen on.
 */
export function isOwnHost(header: string | undefined, hosts: readonly string[]): boolean {
  const name = header === undefined ? undefined : hostName(header);
  if (name === undefined) return false;
  return isLoopback(name) || hosts.some((host) => host.toLowerCase() === name || `[${host.toLowerCase()}]` === name);
}
