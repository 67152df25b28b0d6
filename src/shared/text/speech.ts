/** So far behind a quotation the one who speaks is looked for, UTF-16 code units. */
const reach = 40

const chineseSpeech =
  /^\s?[^。！？；，、：“”「」\s]{0,12}?(?:说道?|問道?|问道?|答道?|喊道?|叫道?|嚷道?|笑道|叹道|骂道|写道?|想道?|心想|讲道?|回答|说着|表示|指出|强调|補充|补充道?|說道?|寫道?|講道?|強調)(?:了|着|過|过)?(?:[一]?[句声遍])?(?=[。，：；！？…]|$)/u

const latinSpeech =
  /^\s(?:\p{Lu}[\p{L}.’'-]*\s|the\s\p{L}+\s){1,3}(?:said|asked|replied|answered|cried|whispered|shouted|added|called|murmured|exclaimed|wrote|insisted|explained|remarked|repeated|laughed|sighed)\b/u

/** Whether what follows a quotation tells who spoke it, and so belongs to its sentence: “……。”他说。 “Is it?” Mr Li asked. */
export function tellsSpeaker(text: string, from: number): boolean {
  const rest = text.slice(from, from + reach)
  return chineseSpeech.test(rest) || latinSpeech.test(rest)
}

/** What may begin a sentence behind an ellipsis in Chinese; everything else goes on with it. */
const chineseOpening =
  /^(?:后来|後來|然后|然後|于是|於是|但|可是|不过|不過|因此|所以|接着|接著|最后|最後|突然|忽然|这时|這時|那时|那時|此时|此時|第二天|次日|现在|現在|如今|而今|终于|終於|果然|其实|其實|总之|總之)/u

export function opensAfterEllipsis(text: string, from: number): boolean {
  return chineseOpening.test(text.slice(from, from + 4))
}
