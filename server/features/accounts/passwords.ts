import { hash, verify } from '@node-rs/argon2';
import { passwordProblem } from '#domain/accounts/rules';
import { DomainError } from '#domain/errors';

// Argon2id with the memory and passes that OWASP recommends; they are the library's defaults, written out because
// the dummy below must cost the same.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A hash of nothing that anyone knows: verifying against it takes as long as against a real one. */
const dummyHash = hash(crypto.randomUUID(), cost);

/** Gives the argon2id hash. Throws `invalid_input` for a password that the rules refuse. */
export async function hashPassword(password: string, email: string): Promise<string> {
  const problem = passwordProblem(password, email);
  if (problem) throw new DomainError({ code: 'invalid_input', details: { field: 'password', problem } });
  return hash(password, cost);
}

/** Whether the password is right; false in the same time when there is no account (`passwordHash` null). */
export async function isPasswordRight(passwordHash: string | null, password: string): Promise<boolean> {
  const isRight = await verify(passwordHash ?? (await dummyHash), password);
  return isRight && passwordHash !== null;
}
