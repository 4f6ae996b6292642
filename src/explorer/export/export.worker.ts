import { DEFAULT_WEIGHTS } from '../../evidence/weights.ts';
import { citationOf } from '../../formats/dossier/cite.ts';
import { lossOfDenials } from '../../formats/losses.ts';
import { formatById } from '../../formats/registry.ts';
import { SVG } from '../../formats/svg/format.ts';
import { placeEntities } from '../../formats/svg/place-entities.ts';
import { answerQuestions } from '../../knowledge/remote/answer-questions.ts';
import { contentHash } from '../../model/content-hash.ts';
import { UsageError } from '../../model/issue.ts';
import type { ExportAnswer, ExportQuestion } from './export-worker.ts';

/** The worker that weighs and writes one export, so that the page never waits. */

function write({ graph, format, options, placed }: ExportQuestion): ExportAnswer {
  // A PNG is made out of the SVG, where there is a canvas.
  const { write: toFiles } = format === 'png' ? SVG : formatById(format);
  if (toFiles === undefined) throw new UsageError(`The format ${format} can only be read.`);
  const { files, losses } = toFiles(graph, placed ? { ...options, places: placeEntities(graph, options) } : options);
  const { title, manifest } = graph;
  const weights = manifest?.weights ?? DEFAULT_WEIGHTS.version;
  return {
    written: { files, losses: [...lossOfDenials(graph), ...losses] },
    citation: citationOf({ title, hash: contentHash(graph), weights, manifest, address: options.address }),
  };
}

answerQuestions<ExportQuestion>(self, write);
