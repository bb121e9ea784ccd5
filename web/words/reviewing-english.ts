import { meetingWords } from './meeting.ts';
import { occasionsWords } from './occasions.ts';
import { reviewsWords } from './reviews.ts';

/** Texts of the screens of reviews and meetings, in English. */
export const reviewingEnglish = { meeting: meetingWords, reviews: reviewsWords, occasions: occasionsWords };
