/** Who may see and do what: one pure decision over one table (domain rows A.8 and C.3). */
@NullMarked
package nl.meldcode.domain.access;

import org.jspecify.annotations.NullMarked;
