import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtinTemplates, layoutOf } from '../../../../src/templates/index.ts';
import { claimPlaces } from './claim-places.ts';

test('the places of one figure are counted from 0 without a gap, whatever the template', () => {
  for (const template of builtinTemplates()) {
    const byFigure = new Map<string, number[]>();
    for (const [owner, place] of claimPlaces(layoutOf(template))) {
      const { figure = '' } = owner as { figure?: string };
      byFigure.set(figure, [...(byFigure.get(figure) ?? []), place]);
    }
    for (const [figure, places] of byFigure)
      assert.deepEqual(places, [...places.keys()], `${template.name}: ${figure}`);
  }
});
