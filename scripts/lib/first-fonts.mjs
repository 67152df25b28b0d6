/** The fonts of the first picture, by the beginning of their file names. */
const firstFonts = ['inter-latin-wght-normal', 'source-serif-4-latin-opsz-normal']

/**
 * Has a window fetch the fonts of its first picture with its scripts. Else it asks for them when the first picture is laid
 * out, so that all of it is laid out twice, at first in fonts of the system that have to be looked for.
 */
export function firstFontsPreload() {
  return {
    name: 'first-fonts-preload',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        if (!bundle) return []
        return firstFonts.map((font) => {
          const file = Object.keys(bundle).find((name) => name.startsWith(`assets/${font}-`))
          if (file === undefined) throw new Error(`the font ${font} is not in the build`)
          return {
            tag: 'link',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `./${file}` },
            injectTo: 'head-prepend'
          }
        })
      }
    }
  }
}
