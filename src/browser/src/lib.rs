//! The desk of a browser that is cut off: JSON in, JSON out. The only room with `unsafe`, three functions long.
//!
//! A page writes a question into memory that [`room`] gave it, calls [`ask`], reads the answer and gives both back with
//! [`forget`]. There is one desk; a page has one thread.

mod desk;

/// Memory for a question of `length` bytes.
#[unsafe(no_mangle)]
pub extern "C" fn room(length: usize) -> *mut u8 {
    Box::into_raw(vec![0_u8; length].into_boxed_slice()).cast()
}

/// Gives memory back that [`room`] or [`ask`] gave.
///
/// # Safety
/// Address and length are those that were given, and nobody uses them any more.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn forget(at: *mut u8, length: usize) {
    // SAFETY: both functions give boxed slices of exactly this length.
    drop(unsafe { Box::from_raw(std::ptr::slice_from_raw_parts_mut(at, length)) });
}

/// Answers the question in this memory: the answer's address in the upper half of the number, its length in the lower.
///
/// # Safety
/// The memory is what [`room`] gave for this length.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ask(at: *const u8, length: usize) -> u64 {
    // SAFETY: it is a boxed slice of exactly this length, and nobody writes to it meanwhile.
    let question = unsafe { std::slice::from_raw_parts(at, length) };
    let answer = desk::answer(question).into_boxed_slice();
    let length = answer.len() as u64;
    ((Box::into_raw(answer).cast::<u8>() as u64) << 32) | length
}
