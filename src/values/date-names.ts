const monthLists = [
  'jan january januar janvier enero jänner gennaio ene janv',
  'feb february februar février fevrier febrero febbraio févr',
  'mar march märz mars marzo mär mrz',
  'apr april avril abril aprile avr abr',
  'may mai mayo maggio',
  'jun june juni juin junio giugno',
  'jul july juli juillet julio luglio juil',
  'aug august août aout agosto ago',
  'sep sept september septembre septiembre settembre',
  'oct october oktober octobre octubre ottobre okt',
  'nov november novembre noviembre',
  'dec december dezember décembre decembre diciembre dicembre dez déc dic',
];

const weekdayLists = [
  'sun sunday sonntag dimanche domingo',
  'mon monday montag lundi lunes',
  'tue tues tuesday dienstag mardi martes',
  'wed weds wednesday mittwoch mercredi miércoles',
  'thu thur thurs thursday donnerstag jeudi jueves',
  'fri friday freitag vendredi viernes',
  'sat saturday samstag samedi sábado',
];

const table = (lists: string[], first: number): ReadonlyMap<string, number> =>
  new Map(lists.flatMap((names, index) => names.split(' ').map((name): [string, number] => [name, index + first])));

/** Month name in lower case (English, German, French, Spanish, Italian, with short forms) to 1 to 12. */
export const months = table(monthLists, 1);

/** Weekday name in lower case to 0 (Sunday) to 6. */
export const weekdays = table(weekdayLists, 0);
