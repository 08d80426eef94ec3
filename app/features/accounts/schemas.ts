import { z } from 'zod';
import { maxEmailLength, maxNameLength, maxPasswordLength, minPasswordLength } from '#domain/accounts/rules';
import { languages } from '#domain/languages';

// The messages are keys of the catalogue `accounts`, under `fieldErrors`.
const email = z
  .string({ required_error: 'emailMissing' })
  .trim()
  .max(maxEmailLength, 'emailInvalid')
  .regex(/^[^\s@]+@[^\s@]+$/, 'emailInvalid');

const name = z
  .string({ required_error: 'nameMissing' })
  .trim()
  .min(1, 'nameMissing')
  .max(maxNameLength, 'nameTooLong');

/** An existing password: only its presence is asked. */
const givenPassword = z.string({ required_error: 'passwordMissing' });

const chosenPassword = z
  .string({ required_error: 'passwordTooShort' })
  .refine((value) => [...value].length >= minPasswordLength, 'passwordTooShort')
  .refine((value) => value.length <= maxPasswordLength, 'passwordTooLong');

export const signInSchema = z.object({ email, password: givenPassword });
export const forgotPasswordSchema = z.object({ email });
export const resetPasswordSchema = z.object({ newPassword: chosenPassword });
export const setupSchema = z.object({ token: z.string().default(''), name, email, password: chosenPassword });
export const profileSchema = z.object({ name, language: z.enum(languages).nullable().default(null) });
export const changePasswordSchema = z.object({ currentPassword: givenPassword, newPassword: chosenPassword });
