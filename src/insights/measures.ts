/** What is measured of incidents as a spread: the column, and the figure of an incident that it is. */
export const measures = ['detect', 'acknowledge', 'mitigate', 'resolve', 'written'] as const;
export type MeasureName = (typeof measures)[number];

/** How incidents are put side by side. */
export const groupings = ['quarter', 'severity', 'service', 'cause'] as const;
export type Grouping = (typeof groupings)[number];

/** Fewer known values than this are shown one by one: a median of three says what none of them said. */
export const fewest = 8;
