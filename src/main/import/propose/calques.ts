/**
 * Turns of Chinese official prose carried over word for word, as translating machines do and people seldom. Each alone may
 * stand in a careless human translation; several different ones hardly do.
 */
const calques: readonly RegExp[] = [
  /\bgrasp(?:ing|ed|s)? (?:the |on )?(?:projects?|agriculture|industry|implementation|construction|work|economy|livelihood|key|big|good|well)\b/i,
  /\b(?:catch|grab|seize) (?:the )?(?:industry|projects?|festival|construction)\b/i,
  /\bto (?:catch|grab) \w+, steady\b/i,
  /\brun(?:s|ning)? (?:up to |at most |only |for )?one time\b/i,
  /\bmost run once\b/i,
  /\b(?:fourth|fifth|sixth|five|six) must (?:be|go)\b/i,
  /\bone \w+ (?:two|three|four|five|six|eight) (?:pairs?|wings?|circles?|cores?|bands?)\b/i,
  /\b(?:qualified|satisfactory|beautiful) answer(?: sheet| paper)?\b/i,
  /\b(?:city|new|golden|gold) business card\b/i,
  /\b(?:important )?(?:instruction|speech) spirit of\b/i,
  /\bspirit of the important (?:speech|instruction)\b[^.]*\bGeneral Secretary(?! Xi)\b/i,
  /\bpromote the release potential\b|\brelease potential\b/i,
  /\bbig (?:country craftsm[ae]n|variety|articles?|chess|gathering areas?|pandas?)\b/i,
  /\bbenefits? of benefits?\b/i,
  /\bimmediately to immediately\b|\bimmediately run\b/i,
  /\b(?:high|low|large|old)-end(?:ization|ized)\b|\b(?:\w{4,})-endization\b/i,
  /\bice and snow (?:is|are) also\b/i,
  /\breform (?:is )?full moon\b/i,
  /\b(?:hit|play|fight|make) (?:a |the )?(?:good )?(?:combination|first|big) (?:punch|shot|fight|card)\b/i,
  /\bhard bones?\b[^.]{0,20}\b(?:gnaw|chew|bite|eat)|\b(?:gnaw|chew|bite|eat)\w* (?:on )?(?:the )?hard bones?\b/i,
  /\b(?:tie|fasten|buckle) the first button\b/i,
  /\bas a (?:flagship|handle|gripper|starting hand) (?:grab|grasp)\b|\bas the (?:gripper|handle)\b/i,
  /\b(?:straw meat|disaster mask|shed film|package protection)\b/i,
  /\bspend the difficult(?:y|ies)\b|\bovercome the impact of [“"]/i,
  /\blet more people see\b/i,
  /\bwin the (?:tough|hard) battle of\b/i,
  /\bstudied law and listened\b/i,
  /\bpush(?:ed|ing)? forward\.(?=\s|$)/i,
  /\binto different types?, different\b/i
]

/** How many different ones stand in a text. */
export function countCalques(text: string): number {
  return calques.filter((each) => each.test(text)).length
}
