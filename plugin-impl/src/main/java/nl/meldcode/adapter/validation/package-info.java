/** The shape of entries, checked by Hibernate Validator without expression language. */
@NullMarked
package nl.meldcode.adapter.validation;

import org.jspecify.annotations.NullMarked;
