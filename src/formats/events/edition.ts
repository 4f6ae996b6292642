import type { Reliability } from '../../model/grades.ts';
import type { ReadOptions } from '../format.ts';
import type { EventMapping } from './event-mapping.ts';

/** One edition of a data set, as a source. */
export interface Edition {
  readonly key: string;
  readonly title: string;
  readonly published: string | undefined;
  readonly url: string | undefined;
  readonly reliability: Reliability | undefined;
  readonly reason: string | undefined;
}

/** The edition of a file: what a file's name, without its folders, says of it, or what the person says. */
export function editionOf(file: string, mapping: EventMapping, options: ReadOptions): Edition {
  const { dataset, edition, id } = mapping;
  const found = edition === undefined ? null : new RegExp(edition.pattern, 'u').exec(file);
  const fill = (text: string): string => text.replace(/\$(\d)/gu, (_, group: string) => found?.[Number(group)] ?? '');
  const name = edition === undefined || found === null ? file : fill(edition.name);
  const { source } = options.mapping ?? {};
  const dated = found === null || edition?.published === undefined ? undefined : fill(edition.published);
  return {
    key: `${id}:${name}`,
    title: source?.title ?? `${dataset.title}, ${name}`,
    published: source?.published ?? dated,
    url: source?.url,
    reliability: source?.reliability,
    reason: source?.reason ?? dataset.reason,
  };
}
