export { type Masked, maskText, maskTexts } from './mask-text.ts';
export { defaultMasking, type MaskSettings } from './settings.ts';
