/** The part of the `edtf` package that Ascribe uses; the package ships no types. */
declare module 'edtf' {
  interface ParsedDate {
    /** Milliseconds since 1970; Infinity or null where an interval is open or unknown. */
    readonly min: number | null;
    readonly max: number | null;
  }
  /** Throws a SyntaxError or RangeError where the text is no EDTF date. */
  export default function edtf(text: string): ParsedDate;
}
