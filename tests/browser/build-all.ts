import { build } from 'vite';

/** Builds explorer and command once, so that the browser sees the source as it is now. */
export default async function buildAll(): Promise<void> {
  // The runner sets NODE_ENV to "test", with which React would be built as for development.
  process.env['NODE_ENV'] = 'production';
  await build({ logLevel: 'error' });
  await build({ logLevel: 'error', build: { ssr: 'src/cli/main.ts' } });
}
