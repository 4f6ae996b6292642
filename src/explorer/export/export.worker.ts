import { DEFAULT_WEIGHTS } from '../../evidence/weights.ts';
import { citationOf } from '../../formats/dossier/cite.ts';
import { lossOfDenials } from '../../formats/losses.ts';
import { formatById } from '../../formats/registry.ts';
import { SVG } from '../../formats/svg/format.ts';
import type { Picture } from '../../knowledge/knowledge-base.ts';
import { answerQuestions } from '../../knowledge/remote/answer-questions.ts';
import { contentHash } from '../../model/content-hash.ts';
import type { EntityId } from '../../model/ids.ts';
import { UsageError } from '../../model/issue.ts';
import type { Position } from '../graph/layout.ts';
import { placesOf } from '../stage/drawn-picture.ts';
import type { ExportAnswer, ExportQuestion } from './export-worker.ts';

/** The worker that weighs and writes one export, so that the page never waits. */

/** Places as on the screen; there y counts upwards, in a file downwards. */
function placesIn(scene: Picture): ReadonlyMap<EntityId, Position> {
  const places = placesOf(scene, false);
  return new Map(
    scene.entities.flatMap(({ id }) => {
      const place = places.get(id);
      return place === undefined ? [] : [[id, { x: place.x, y: -place.y }] as const];
    }),
  );
}

function write({ graph, format, options, scene }: ExportQuestion): ExportAnswer {
  // A PNG is made out of the SVG, where there is a canvas.
  const { write: toFiles } = format === 'png' ? SVG : formatById(format);
  if (toFiles === undefined) throw new UsageError(`The format ${format} can only be read.`);
  const { files, losses } = toFiles(graph, scene === undefined ? options : { ...options, places: placesIn(scene) });
  const { title, manifest } = graph;
  const weights = manifest?.weights ?? DEFAULT_WEIGHTS.version;
  return {
    written: { files, losses: [...lossOfDenials(graph), ...losses] },
    citation: citationOf({ title, hash: contentHash(graph), weights, manifest, address: options.address }),
  };
}

answerQuestions<ExportQuestion>(self, write);
