import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
} from '@mantine/core';

const ink: MantineColorsTuple = [
  '#eef2f6',
  '#dbe2ea',
  '#b4c2d0',
  '#8aa0b5',
  '#67839e',
  '#50718f',
  '#436888',
  '#345775',
  '#294d6a',
  '#1c2b3a',
];

export const theme = createTheme({
  primaryColor: 'ink',
  colors: { ink },
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  defaultRadius: 'sm',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", "Noto Sans Mono", Menlo, Consolas, monospace',
  headings: { fontWeight: '650' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  // The library takes the text of a filled button from the light scheme's shade, which is white on pale in the dark one.
  variantColorResolver: (input) => {
    const colours = defaultVariantColorsResolver(input);
    const primary = input.color === undefined || input.color === input.theme.primaryColor;
    return primary && input.variant === 'filled'
      ? { ...colours, color: 'var(--mantine-primary-color-contrast)' }
      : colours;
  },
});

/** Colours of evidence (EVIDENCE, "Display"): blue for, vermilion against, grey between; told apart without colour too. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--ascribe-for': '#0072b2',
    '--ascribe-against': '#d55e00',
    '--ascribe-against-text': '#b34f00',
    '--ascribe-uncertain': '#868e96',
    '--ascribe-canvas': '#ffffff',
    '--ascribe-line': '#dee2e6',
    '--ascribe-panel': '#ffffff',
    '--mantine-color-dimmed': '#5c6670',
    // The library's own orange is too pale for words on its tinted ground.
    '--mantine-color-orange-light-color': '#a34800',
  },
  dark: {
    '--ascribe-for': '#56b4e9',
    '--ascribe-against': '#e8743b',
    '--ascribe-against-text': '#f08a55',
    '--ascribe-uncertain': '#909296',
    '--ascribe-canvas': '#1a1b1e',
    '--ascribe-line': '#34373c',
    '--ascribe-panel': '#1a1b1e',
    '--mantine-color-dimmed': '#a6adb4',
  },
});
