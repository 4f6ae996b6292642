/**
 * Names for files that are read together, none twice: from its name an import makes a source and its voice, and two
 * files called `edges.csv` are two. Each keeps its own name without its folders, which are the reader's own affair; where
 * several have one name, the fewest folders that tell them apart stand behind it, or a number: `edges (north).csv`.
 * `paths` may be bare names. No name is one of `taken`.
 */
export function distinctNames(paths: readonly string[], taken: Iterable<string> = []): string[] {
  const parts = paths.map((path) => path.split(/[/\\]+/u).filter((part) => part !== '' && part !== '.'));
  const bare = parts.map((folders, i) => folders.at(-1) ?? paths[i] ?? '');
  const byName = new Map<string, number[]>();
  bare.forEach((name, i) => {
    const known = byName.get(name);
    if (known === undefined) byName.set(name, [i]);
    else known.push(i);
  });
  const used = new Set(taken);
  const names = [...bare];
  for (const places of byName.values()) {
    const folders = places.map((i) => (parts[i] ?? []).slice(0, -1));
    const labels = places.length === 1 ? [''] : folderLabels(folders);
    places.forEach((i, at) => {
      const label = labels[at] ?? '';
      const wanted = label === '' ? (bare[i] ?? '') : withLabel(bare[i] ?? '', label);
      let name = wanted;
      for (let n = 2; used.has(name); n++) name = withLabel(wanted, String(n));
      used.add(name);
      names[i] = name;
    });
  }
  return names;
}

/** The fewest last folders by which most of several files of one name are told apart. */
function folderLabels(folders: readonly (readonly string[])[]): string[] {
  const deepest = folders.reduce((most, one) => Math.max(most, one.length), 0);
  const labels = (depth: number): string[] => folders.map((one) => one.slice(-depth).join('-'));
  let best = folders.map(() => '');
  for (let depth = 1; depth <= deepest; depth++) {
    const found = labels(depth);
    if (new Set(found).size > new Set(best).size) best = found;
  }
  return best;
}

/** `edges.csv` with a label: `edges (label).csv`. */
function withLabel(name: string, label: string): string {
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? `${name} (${label})` : `${name.slice(0, dot)} (${label})${name.slice(dot)}`;
}
