/** Whether the calendar has a date, as far as it is known: `2018`, `2018-12` or `2018-12-05`. There is no year 0. */
export function isRealDate(date: string): boolean {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date) ?? []
  if (year === undefined || Number(year) < 1 || Number(month) < 1 || Number(month) > 12) return false
  const last = new Date(Date.UTC(2000 + (Number(year) % 400), Number(month), 0)).getUTCDate()
  return Number(day) >= 1 && Number(day) <= last
}
