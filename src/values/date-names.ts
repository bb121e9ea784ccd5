const monthLists = [
  'jan january januar janvier enero jänner gennaio ene janv janeiro januari',
  'feb february februar février fevrier febrero febbraio févr fevereiro februari',
  'mar march märz mars marzo mär mrz março maart',
  'apr april avril abril aprile avr abr',
  'may mai mayo maggio maio mei maj',
  'jun june juni juin junio giugno junho',
  'jul july juli juillet julio luglio juil julho',
  'aug august août aout agosto ago augustus augusti',
  'sep sept september septembre septiembre settembre setembro',
  'oct october oktober octobre octubre ottobre okt outubro',
  'nov november novembre noviembre novembro',
  'dec december dezember décembre decembre diciembre dicembre dez dezembro déc dic',
];

const weekdayLists = [
  'sun sunday sonntag dimanche domingo domenica zondag',
  'mon monday montag lundi lunes lunedì maandag',
  'tue tues tuesday dienstag mardi martes martedì dinsdag',
  'wed weds wednesday mittwoch mercredi miércoles mercoledì woensdag',
  'thu thur thurs thursday donnerstag jeudi jueves giovedì donderdag',
  'fri friday freitag vendredi viernes venerdì vrijdag',
  'sat saturday samstag samedi sábado sabato zaterdag',
];

const table = (lists: string[], first: number): ReadonlyMap<string, number> =>
  new Map(lists.flatMap((names, index) => names.split(' ').map((name): [string, number] => [name, index + first])));

/** Month name in lower case (English, German, French, Spanish, Italian, Portuguese, Dutch, with short forms) to 1 to 12. */
export const months = table(monthLists, 1);

/** Weekday name in lower case to 0 (Sunday) to 6. */
export const weekdays = table(weekdayLists, 0);
