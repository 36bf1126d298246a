import { FieldColorBuilder, FieldColorModeId, ThresholdsConfigBuilder, ThresholdsMode } from '@grafana/grafana-foundation-sdk/dashboard';
import { amount, intensity, palette } from '../frame/palette.js';

type Step = readonly [from: number | null, colour: string];

const steps = (...all: Step[]): ThresholdsConfigBuilder =>
  new ThresholdsConfigBuilder().mode(ThresholdsMode.Absolute).steps(all.map(([value, color]) => ({ value, color })));

export const plain = steps([null, palette.sky]);

/** Fine below, worth a look from `watch` on, bad from `bad` on. */
export const rising = (watch: number, bad: number): ThresholdsConfigBuilder => steps([null, palette.sky], [watch, palette.orange], [bad, palette.vermillion]);

/** Bad below `bad`, worth a look below `watch`. */
export const falling = (watch: number, bad: number): ThresholdsConfigBuilder => steps([null, palette.vermillion], [bad, palette.orange], [watch, palette.sky]);

/** None is fine. */
export const anyIsBad = steps([null, palette.sky], [0.000001, palette.vermillion]);

/** A line to stay below. */
export const limit = (value: number): ThresholdsConfigBuilder => steps([null, 'transparent'], [value, palette.vermillion]);

type Limits = [number, number, number];

const fourOf = (colours: readonly string[], from: Limits): ThresholdsConfigBuilder => steps([null, colours[0]!], ...from.map((value, i): Step => [value, colours[i + 1]!]));

/** Four shades for what worries the more of it there is. */
export const shades = (...from: Limits): ThresholdsConfigBuilder => fourOf(intensity, from);

/** Four shades for amounts. */
export const amounts = (...from: Limits): ThresholdsConfigBuilder => fourOf(amount, from);

export const byThreshold = new FieldColorBuilder().mode(FieldColorModeId.Thresholds);

export const fixed = (colour: string): FieldColorBuilder => new FieldColorBuilder().mode(FieldColorModeId.Fixed).fixedColor(colour);
