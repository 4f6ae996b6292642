import type { Picture } from '../../knowledge/knowledge-base.ts';
import { answerQuestions } from '../../knowledge/remote/answer-questions.ts';
import { layOutNear, type Position } from '../graph/layout.ts';
import { drawPicture, placesOf } from './drawn-picture.ts';

/** What the page asks of the worker that finds places. Answered with a map from entity to place. */
export type LayoutQuestion =
  | { readonly kind: 'whole'; readonly picture: Picture; readonly upright: boolean }
  /** Keeps what is placed and puts the rest near it. */
  | { readonly kind: 'near'; readonly picture: Picture; readonly placed: ReadonlyMap<string, Position> };

/** A worker of its own: to place a thousand entities takes a second, and neither page nor graph should wait for it. */
answerQuestions<LayoutQuestion>(self, (question) =>
  question.kind === 'whole'
    ? placesOf(question.picture, question.upright)
    : layOutNear(drawPicture(question.picture, 'light'), question.placed),
);
