/**
 * Sigma hands a program its own display data with the graph's attributes among them, typed without them. These read
 * one attribute and fall back where it is missing or of another type.
 */

export function numberOf(data: object, name: string, fallback: number): number {
  const value: unknown = Reflect.get(data, name);
  return typeof value === 'number' && Number.isFinite(value) ? value : fallback;
}

export function textOf(data: object, name: string, fallback: string): string {
  const value: unknown = Reflect.get(data, name);
  return typeof value === 'string' ? value : fallback;
}

export function flagOf(data: object, name: string): boolean {
  return Reflect.get(data, name) === true;
}
