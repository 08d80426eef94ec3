/** What separates the cells of a CSV file: spreadsheets of places that write 1,5 expect a semicolon. */
export function csvSeparator(locale: string): ',' | ';' {
  return (1.5).toLocaleString(locale).includes(',') ? ';' : ',';
}
