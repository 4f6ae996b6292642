// Typed arrays have a fixed length; these give a longer copy, at least doubled so that growing stays cheap on the whole.

function room(had: number, needed: number): number {
  return Math.max(needed, had * 2, 16);
}

export function growInts(array: Int32Array, needed: number): Int32Array {
  if (array.length >= needed) return array;
  const next = new Int32Array(room(array.length, needed));
  next.set(array);
  return next;
}

export function growBytes(array: Uint8Array, needed: number): Uint8Array {
  if (array.length >= needed) return array;
  const next = new Uint8Array(room(array.length, needed));
  next.set(array);
  return next;
}

export function growFloats(array: Float64Array, needed: number): Float64Array {
  if (array.length >= needed) return array;
  const next = new Float64Array(room(array.length, needed));
  next.set(array);
  return next;
}
