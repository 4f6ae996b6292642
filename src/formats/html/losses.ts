import type { GraphDocument } from '../../model/graph-document.ts';
import { DOSSIER_LOSSES, dossierLosses } from '../dossier/losses.ts';
import type { KnownLoss, Loss } from '../format.ts';
import { measured } from '../losses.ts';
import type { PictureData } from '../svg/picture-data.ts';

const PICTURE: KnownLoss = {
  field: 'entities (picture)',
  why: 'a page has room for some thirty: those that were chosen, those in dispute and those with the most claims are drawn, the others are told in words only',
  keptBy: 'svg',
};

/** What a page cannot hold: what no dossier can, and of its picture what cannot be read on a sheet of paper. */
export const HTML_LOSSES: readonly KnownLoss[] = [...DOSSIER_LOSSES, PICTURE];

export function htmlLosses(graph: GraphDocument, drawn: PictureData | undefined): Loss[] {
  return [...dossierLosses(graph), ...measured([PICTURE], new Map([[PICTURE.field, drawn?.notDrawn.entities ?? 0]]))];
}
