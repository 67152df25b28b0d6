/** The app's colours and faces, as `src/renderer/styles/tokens.css` has them (a test holds the two together). */
export const lightTokens: Readonly<Record<string, string>> = {
  '--paper': '#fbf9f4',
  '--panel': '#f4f1e9',
  '--raised': '#ffffff',
  '--ink': '#25221d',
  '--ink-2': '#5f594f',
  '--ink-3': '#6d6759',
  '--rule': '#e4dfd3',
  '--rule-strong': '#8b8474',
  '--accent': '#9a3426',
  '--accent-ink': '#ffffff',
  '--accent-soft': '#f3e3de',
  '--differs': '#e2e6ec',
  '--focus': '#2f6fb0',
  '--plain-mark': '#6d6759',
  '--shade': 'rgb(30 20 10 / 0.14)',
  '--found': 'color-mix(in srgb, #e3b341 45%, transparent)',
  '--mark': '17%',
  '--mark-active': '34%',
  '--c-lift': '0%',
  '--serif': '"Source Serif 4 Variable", "Noto Serif CJK SC", "Songti SC", SimSun, Georgia, serif',
  '--sans': '"Inter Variable", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif'
}

export const darkTokens: Readonly<Record<string, string>> = {
  '--paper': '#1c1b1a',
  '--panel': '#161514',
  '--raised': '#262422',
  '--ink': '#dcd6ca',
  '--ink-2': '#a8a194',
  '--ink-3': '#9c9587',
  '--rule': '#322f2b',
  '--rule-strong': '#7d766a',
  '--accent': '#e0806f',
  '--accent-ink': '#1c1b1a',
  '--accent-soft': '#3a2622',
  '--differs': '#2f3640',
  '--focus': '#7fb2e5',
  '--plain-mark': '#a8a194',
  '--shade': 'rgb(0 0 0 / 0.5)',
  '--found': 'color-mix(in srgb, #e3b341 32%, transparent)',
  '--mark': '24%',
  '--mark-active': '44%',
  '--c-lift': '42%'
}

/**
 * The tokens as rules: light; dark where the reader's system or the page says so, never on paper.
 */
export function tokenRules(): string {
  const said = (tokens: Readonly<Record<string, string>>, scheme: string) =>
    `color-scheme:${scheme};${Object.entries(tokens)
      .map(([name, value]) => `${name}:${value}`)
      .join(';')}`
  const dark = said(darkTokens, 'dark')
  return [
    `:root{${said(lightTokens, 'light')}}`,
    `@media screen and (prefers-color-scheme: dark){:root:not([data-appearance="light"]){${dark}}}`,
    `@media screen{:root[data-appearance="dark"]{${dark}}}`
  ].join('\n')
}
