import { z } from 'zod';
import { defaultMasking } from '../../masking/settings.ts';
import { Config } from '../config.ts';
import { clockSettings } from './clock-settings.ts';
import { followSettings } from './follow-settings.ts';
import { outsideSettings } from './outside-settings.ts';
import { defaultRulesText, RulesText } from '../rules/rules-text.ts';

/** One thing owners decide for the whole server. */
type Setting<Value> = { sentence: string; schema: z.ZodType<Value>; fallback: Value };

const setting = <Value>(of: Setting<Value>): Setting<Value> => of;

const { zone, slo, silence, template } = Config.shape;

/** Every setting there is. A new one is an entry here. A null fallback leaves it to the `hindcast.yaml` beside the server. */
export const settingList = {
  ...clockSettings,
  ...outsideSettings,
  'documents.silence': setting({
    sentence: 'Findings that nobody wants to see, each with the reason.',
    schema: silence.unwrap().nullable(),
    fallback: null,
  }),
  'documents.slo': setting({
    sentence: 'Objective in percent and its window, for documents whose template states none.',
    schema: slo.unwrap().nullable(),
    fallback: null,
  }),
  'documents.template': setting({
    sentence: 'Name of the template that new incidents are written in when none is named.',
    schema: template.unwrap().max(100).nullable(),
    fallback: null,
  }),
  'documents.zone': setting({
    sentence: 'Zone of times that state none: UTC, Europe/Paris, +01:00.',
    schema: zone.unwrap().nullable(),
    fallback: null,
  }),
  'evidence.mostBytes': setting({
    sentence: 'Bytes that one piece of evidence may have.',
    schema: z.number().int().min(1).max(5_000_000_000),
    fallback: 1_073_741_824,
  }),
  'evidence.mostPerIncident': setting({
    sentence: 'Pieces of evidence that one incident may have.',
    schema: z.number().int().min(1).max(10_000),
    fallback: 500,
  }),
  'evidence.retentionDays': setting({
    sentence: 'Days for which new evidence is retained, counted from its upload, unless it comes with a date.',
    schema: z.number().int().min(0).max(36_500),
    fallback: 730,
  }),
  ...followSettings,
  'hooks.keepDays': setting({
    sentence:
      'Days after which deliveries and signals that belong to no incident are removed; evidence of incidents stays.',
    schema: z.number().int().min(1).max(3650),
    fallback: 90,
  }),
  'ledger.public': setting({
    sentence:
      'Whether anybody, signed in or not, may read the latest checkpoint at /ledger/checkpoint, as witnesses do.',
    schema: z.boolean(),
    fallback: false as boolean,
  }),
  'masking.addresses': setting({
    sentence: 'Whether IP addresses are masked in what comes from outside, before it is stored.',
    schema: z.boolean(),
    fallback: defaultMasking.addresses,
  }),
  'masking.allow': setting({
    sentence: 'What is never masked: a text as it is, or every e-mail address of a domain (@example.com).',
    schema: z.array(z.string().trim().min(3).max(200)).max(1000),
    fallback: [] as string[],
  }),
  'masking.personal': setting({
    sentence: 'Whether e-mail addresses, telephone, card and account numbers are masked in what comes from outside.',
    schema: z.boolean(),
    fallback: defaultMasking.personal,
  }),
  'signals.rules': setting({
    sentence: 'Rules that say to which incident a signal belongs, as YAML: the first that fits decides.',
    schema: RulesText,
    fallback: defaultRulesText as string,
  }),
} as const;

export type SettingName = keyof typeof settingList;
export type SettingValues = { [Name in SettingName]: (typeof settingList)[Name]['fallback'] };

export const settingNames = Object.keys(settingList) as SettingName[];
