import { describe, expect, test } from 'vitest';
import type { ReadInput, ReadOptions } from '../../../src/formats/format.ts';
import { ReadFailure } from '../../../src/formats/read-failure.ts';
import { inputOf } from '../../../src/formats/read-text.ts';
import { readXml } from '../../../src/formats/xml/read-xml.ts';
import { startsWithTag } from '../../../src/formats/xml/starts-with-tag.ts';
import type { Issue } from '../../../src/model/issue.ts';

/** What a handler is told, a line each. */
async function read(input: ReadInput, options?: ReadOptions): Promise<string[]> {
  const lines: string[] = [];
  await readXml(
    input,
    {
      open: (name, attributes, { line, column }) =>
        lines.push(`<${name} ${JSON.stringify(attributes)} ${line}:${column}`),
      close: (name) => lines.push(`</${name}`),
      text: (text) => lines.push(JSON.stringify(text)),
      outerDtd: ({ line }) => lines.push(`dtd ${line}`),
    },
    options,
  );
  return lines;
}

async function failure(content: string | Uint8Array, options?: ReadOptions): Promise<Issue> {
  try {
    await read(inputOf('a.xml', content), options);
  } catch (error) {
    if (error instanceof ReadFailure) return error.issue;
    throw error;
  }
  throw new Error('it was read');
}

/** The bytes of a file in pieces of a size. */
function inPieces(content: string, size: number): ReadInput {
  const bytes = new TextEncoder().encode(content);
  return {
    name: 'a.xml',
    async *chunks() {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    },
  };
}

describe('readXml', () => {
  test('tells elements by their local names, with text, CDATA and the place where each tag starts', async () => {
    const text =
      '\ufeff<?xml version="1.0"?>\n<a:graph xmlns:a="x">\n  <n b="1 &amp; 2"\n/>t&#233;<![CDATA[<&]]>\n</a:graph>';
    expect(await read(inputOf('a.xml', text))).toEqual([
      '"\\n"',
      '<graph {"xmlns:a":"x"} 2:1',
      '"\\n  "',
      '<n {"b":"1 & 2"} 3:3',
      '</n',
      '"té"',
      '"<&"',
      '"\\n"',
      '</graph',
    ]);
  });

  test.each([1, 2, 3, 7])('pieces of %i bytes change nothing, within characters, names and CDATA too', async (size) => {
    const text = '<gräph naïve="🏔 &lt;"><![CDATA[日本]]><!-- é --><?pi é?><b/>\r\n</gräph>';
    const join = (lines: readonly string[]): string => lines.join('').replaceAll('""', '');
    expect(join(await read(inPieces(text, size)))).toBe(join(await read(inputOf('a.xml', text))));
  });

  test('what is not well formed is told with its place', async () => {
    expect(await failure('<a>\n  <b></a>')).toMatchObject({ code: 'invalid-format', file: 'a.xml', line: 2 });
    for (const broken of [
      '',
      'text',
      '<a',
      '<a b=1/>',
      '<a b="1" b="2"/>',
      '<a>',
      '<a/><b/>',
      '<a>&lt</a>',
      '<a b="<"/>',
    ]) {
      expect((await failure(broken)).code, broken).toBe('invalid-format');
    }
  });

  test('a name that every object has is no entity', async () => {
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'nothing']) {
      expect(await failure(`<a>&${name};</a>`)).toMatchObject({ code: 'invalid-format', line: 1 });
    }
  });

  test('names that every object has are attributes like others', async () => {
    expect(await read(inputOf('a.xml', '<a __proto__="1" constructor="2"/>'))).toEqual([
      '<a {"__proto__":"1","constructor":"2"} 1:1',
      '</a',
    ]);
  });

  test.each([
    ['an entity bomb', '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'],
    ['a quadratic blow-up', `<!DOCTYPE a [<!ENTITY b "${'x'.repeat(50_000)}">]><a>${'&b;'.repeat(50_000)}</a>`],
    ['an external entity', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
    ['a parameter entity', '<!DOCTYPE a [<!ENTITY % b SYSTEM "http://example.org/x.dtd"> %b;]><a/>'],
  ])('%s is refused', async (_, text) => {
    expect(await failure(text)).toMatchObject({ code: 'refused-content', file: 'a.xml', line: 1 });
  });

  test('an outer DTD is told and not fetched, and gives no entities', async () => {
    const dtd = '<!DOCTYPE a SYSTEM "http://example.org/a.dtd">';
    expect(await read(inputOf('a.xml', `${dtd}<a/>`))).toEqual(['dtd 1', '<a {} 1:47', '</a']);
    expect((await failure(`${dtd}<a>&copy;</a>`)).code).toBe('invalid-format');
  });

  test('a first tag that is not the one that is wanted is refused where it stands', async () => {
    const handler = { open: () => {}, close: () => {}, text: () => {}, outerDtd: () => {} };
    const root = { name: 'gexf', format: 'GEXF' };
    const text = '<?xml version="1.0"?>\n  <k:kml xmlns:k="x"><gexf/></k:kml>';
    await expect(readXml(inputOf('a.xml', text), handler, {}, root)).rejects.toMatchObject({
      issue: { code: 'invalid-format', line: 2, column: 3, expected: '<gexf>', got: '<kml>' },
    });
    await readXml(inputOf('a.xml', '<g:gexf xmlns:g="x"><kml/></g:gexf>'), handler, {}, root);
  });

  test('nesting, attributes and lengths have limits, which are kept while the file comes in', async () => {
    expect(await failure('<a>'.repeat(50), { limits: { depth: 20 } })).toMatchObject({ code: 'too-large', line: 1 });
    const many = Array.from({ length: 300 }, (_, i) => ` a${i}="12345678901234567890"`).join('');
    expect(await failure(`<a${many}/>`, { limits: { attributes: 200 } })).toMatchObject({ code: 'too-large' });
    expect(await read(inputOf('a.xml', `<a${many}/>`), { limits: { attributes: 300 } })).toHaveLength(2);

    for (const start of ['<a b="', '<a>', '<a><!-- ', '<a><![CDATA[', '<a><?b ', '<', '<!DOCTYPE a SYSTEM "']) {
      let given = 0;
      const endless: ReadInput = {
        name: 'a.xml',
        async *chunks() {
          yield new TextEncoder().encode(start);
          for (; given < 1000; given++) yield new TextEncoder().encode('x'.repeat(65_536));
        },
      };
      await expect(read(endless, { limits: { text: 10_000 } }), start).rejects.toThrow(/too long/u);
      expect(given).toBeLessThan(20);
    }
  });

  test('text is UTF-8, and anything else is told with how to mend it', async () => {
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    expect(await failure(Uint8Array.of(...bytes('<a>\n\n'), 0xe9, ...bytes('</a>')))).toMatchObject({
      code: 'invalid-encoding',
      line: 3,
    });
    expect(await failure(Uint8Array.of(0xff, 0xfe, 0x3c, 0, 0x61, 0))).toMatchObject({ code: 'invalid-encoding' });
    expect(await failure('<a>\u0000</a>')).toMatchObject({ code: 'invalid-format', line: 1 });
    expect(await failure('<a b="&#0;"/>')).toMatchObject({ code: 'invalid-format' });
    const latin = await failure('<?xml version="1.0" encoding="ISO-8859-1"?>\n<a/>');
    expect(latin).toMatchObject({ code: 'invalid-encoding', got: 'ISO-8859-1', line: 1, column: 1 });
    expect(await failure('<?xml version="1.7"?>\n<a>text</a>')).toMatchObject({ line: 1, column: 1 });
    expect(latin.remedy).toContain('iconv -f ISO-8859-1 -t UTF-8');
    expect(await read(inputOf('a.xml', '<?xml version="1.0" encoding="utf-8"?><a/>'))).toHaveLength(2);
  });

  test('tells of progress, and stops when it is told to', async () => {
    const text = `<a>${'<b c="1"/>'.repeat(100_000)}</a>`;
    const told: number[] = [];
    await read(inputOf('a.xml', text), { onProgress: (bytes) => told.push(bytes) });
    expect(told.length).toBeGreaterThan(5);
    expect(told.at(-1)).toBe(text.length);
    const controller = new AbortController();
    const reading = read(inputOf('a.xml', text), {
      signal: controller.signal,
      onProgress: () => {
        controller.abort(new Error('enough'));
      },
    });
    await expect(reading).rejects.toThrow('enough');
  });

  test('a timer can stop it, too, while the file is in memory', async () => {
    const controller = new AbortController();
    const endless: ReadInput = {
      name: 'a.xml',
      async *chunks() {
        yield new TextEncoder().encode('<a>');
        for (;;) yield new TextEncoder().encode('<b c="1"/>'.repeat(1000));
      },
    };
    setTimeout(() => {
      controller.abort(new Error('enough'));
    }, 20);
    await expect(read(endless, { signal: controller.signal })).rejects.toThrow('enough');
  });
});

test('the first tag tells what a file is, whatever stands before it', () => {
  expect(startsWithTag('<?xml version="1.0"?>\n<!-- <graphml> --><gexf xmlns="x">', 'gexf')).toBe(true);
  expect(startsWithTag('<?xml version="1.0"?>\n<!-- <graphml> --><gexf xmlns="x">', 'graphml')).toBe(false);
  expect(startsWithTag('<!DOCTYPE graphml SYSTEM "x">\n<ns0:graphml>', 'graphml')).toBe(true);
  expect(startsWithTag('<!-- never ends <gexf>', 'gexf')).toBe(false);
  expect(startsWithTag('{"gexf": 1}', 'gexf')).toBe(false);
  const dtd = '<!DOCTYPE graphml [<!-- > ]> --><!ENTITY a "]><gexf>"><?x ]> ?>';
  expect(startsWithTag(`${dtd}]>\n<graphml>`, 'graphml')).toBe(true);
  expect(startsWithTag(`${dtd}]>\n<graphml>`, 'gexf')).toBe(false);
  // A start that ends within it.
  expect(startsWithTag(`${dtd}<!ENTITY b "`, 'graphml')).toBe(true);
  expect(startsWithTag(`<!DOCTYPE graphml [${'<!--<?'.repeat(20_000)}`, 'graphml')).toBe(true);
});
