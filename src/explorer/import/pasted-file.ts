/** A pasted text as a file, named so that what it seems to be can be told. */
export function pastedFile(text: string): File {
  const start = text.trimStart();
  const [firstLine = ''] = start.split('\n', 1);
  const ending = /^[{[]/u.test(start)
    ? 'json'
    : start.startsWith('<')
      ? 'xml'
      : firstLine.includes('\t')
        ? 'tsv'
        : 'txt';
  return new File([text], `pasted.${ending}`, { type: 'text/plain' });
}
